"""The grammar of bylines: what a Document knows of who wrote and photographed an article."""
