"""Each model by itself, as a calculator: named numbers in, a table of named values out. The command line only prints it."""
