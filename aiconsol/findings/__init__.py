"""Sentences computed from the data shown, true for any selection: small frame in, sentence out."""
