"""What is known and where it is kept: ontology, evidence, assembly, store, projection."""
