"""How fast the app is: ``python -m aiconsol bench``."""
