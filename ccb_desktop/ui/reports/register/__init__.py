"""The register of documents: what went out under which number, what came in."""
