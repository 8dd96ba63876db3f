"""newslint side by side with other linters for Chinese text: corpora, contenders, rounds, figures, targets, report."""
