"""Reading with the exported network: numpy, onnxruntime and tokenizers only, no PyTorch.

The training loop uses the same word pieces, windows and decoding, so what is measured there is what ships.
"""
