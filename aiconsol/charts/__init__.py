"""Drawings: each a pure function of its options, giving an Altair chart that names its datasets.

A chart holds no data: the card hands the frames over beside it, so that a chart is composed and
checked once, and new data redraws it without embedding it again.
"""
