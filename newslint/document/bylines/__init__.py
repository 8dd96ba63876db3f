"""The grammar of bylines: who wrote and photographed an article."""
