"""Questions put to the tables: lazy frames in, lazy frame out, on any engine of Narwhals."""
