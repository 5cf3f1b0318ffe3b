"""One answer, one model: page, command line, export and Python show the same object."""
