"""What is measured on a Network: pure functions, no store, no Cypher."""
