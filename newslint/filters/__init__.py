"""The filters that findings pass on their way from the engine to a report; ``chain`` has their order."""
