"""Settings: what a run checks and shows, and the configuration files they come from.

``keys`` registers every key of a configuration file; reading, listing, schema and draft are all made from it.
docs/en/configuration.md describes every key for users.
"""

from newslint.config.lookup import FILES, load_config
from newslint.config.project import Project
from newslint.config.settings import ConfigError, Settings, Suppression

__all__ = ["FILES", "ConfigError", "Project", "Settings", "Suppression", "load_config"]
