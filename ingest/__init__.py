"""From a file, URL, feed or data set to statements with their evidence. The only package that knows spaCy."""
