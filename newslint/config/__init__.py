"""Settings: what a run checks and shows, and the configuration files that they come from.

``keys`` is the register of everything that a file may say; what reads, shows, describes and drafts configuration files
is made from it. docs/configuration.md describes every key for those who write them.
"""

from newslint.config.files import FILES, find_config, load_config
from newslint.config.project import Project
from newslint.config.settings import ConfigError, Settings, Suppression

__all__ = ["FILES", "ConfigError", "Project", "Settings", "Suppression", "find_config", "load_config"]
