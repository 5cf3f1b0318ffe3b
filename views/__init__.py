"""The pages: one script each, read top to bottom. They show answers and compute nothing."""
