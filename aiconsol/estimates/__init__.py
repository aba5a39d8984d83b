"""Estimates from small frames: frames in, frames out, by SciPy wherever it has the method."""
