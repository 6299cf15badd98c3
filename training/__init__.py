"""How the shipped reading model is made from public corpora.

In: the corpora folder (see its README) and the weights of all-MiniLM-L6-v2. Out: one int8 ONNX graph, its tokenizer
and a calibration file. PyTorch is needed here only; `watchfloor.reading.network` holds what also runs without it. Nothing of
the corpora's text is written anywhere but into the cache folder, which stays out of git.
"""
