"""From the CSV register that people edit to the validated Parquet dataset that the app reads."""
