"""How AI companies in the United States and China are funded, and how the field consolidates."""
