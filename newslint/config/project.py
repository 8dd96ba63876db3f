"""Which settings apply to which file: the nearest configuration file, its overrides, and the command line over both."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from copy import copy
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.config.globs import Globs
from newslint.config.lookup import config_in
from newslint.config.settings import ConfigError, Settings
from newslint.errors import UserError
from newslint.language import tr

if TYPE_CHECKING:
    from newslint.config.files import Configuration, Override

#: The name of the baseline that need not be named.
BASELINE = "newslint-baseline.json"


class Project:
    """The settings of every file of a run. Files with equal settings share one ``Settings`` object.

    ``config`` is one configuration file for all; without it each file uses the nearest one upwards, or none if
    ``lookup`` is off. ``overlay`` has settings by field that take precedence over all files, but for ``ignore``, which
    adds to theirs as ``rules``, folders of rules, do. If no baseline is named, the usual one beside the configuration
    counts. Every method raises ``ConfigError`` for an invalid configuration, and for one that leads out of the project
    by a link or names a file there, unless ``follow_links`` allows that.
    """

    def __init__(
        self,
        config: Path | None = None,
        *,
        lookup: bool = True,
        overlay: Mapping[str, Any] | None = None,
        rules: Sequence[Path] = (),
        follow_links: bool = False,
    ) -> None:
        self.follow_links = follow_links
        for path in (*rules, *((config,) if config is not None else ())):
            self.prove(path)
        self._fixed = None if config is None else self._content(config)
        self._lookup = lookup and config is None
        self._overlay = dict(overlay or {})
        self._rules = tuple(rules)
        self._has_baselines = False
        self._has_comments = True
        self._by_folder: dict[Path, Configuration | None] = {}
        self._read: dict[Path, Configuration] = {}
        self._made: dict[tuple[Path | None, tuple[int, ...]], Settings] = {}
        self._globs: dict[tuple[str, ...], Globs] = {}

    @classmethod
    def of(cls, settings: Settings, *, follow_links: bool = False) -> Project:
        """Return a project in which all files have these ``settings``."""
        project = cls(lookup=False, follow_links=follow_links)
        project._made[None, ()] = settings
        return project

    def with_baselines(self) -> Project:
        """Return a project in which all settings have a baseline: if they name none, the usual one, which need not
        exist.
        """
        other = self._another()
        other._has_baselines = True
        return other

    def without_comments(self) -> Project:
        """Return a project in which comments in articles suppress nothing unless a configuration says that they may."""
        other = self._another()
        other._has_comments = False
        return other

    def reread(self, config: Path | None = None) -> Project:
        """Return a project that reads its configuration files anew, or ``config`` for all files from now on."""
        other = self._another()
        other._by_folder, other._read = {}, {}
        if config is not None:
            other.prove(config)
            other._lookup = False
        elif self._fixed is not None:
            config = self._fixed.path
        other._fixed = None if config is None else self._content(config)
        return other

    def _another(self) -> Project:
        other = copy(self)
        other._made = {}
        return other

    def ignoring(self, folder: str) -> str | None:
        """Return the folder with the .gitignore that counts in ``folder``: itself if no copy is read; None for none."""
        return folder

    def original(self, path: Path) -> Path:
        """Return the place in the project that a path of its settings stands for: itself, if no copy was read."""
        return path

    def as_given(self, error: UserError) -> UserError:
        """Return ``error`` with the files of the project named as the user knows them: as they are."""
        return error

    def may_use(self, path: str | os.PathLike[str]) -> bool:
        """Return False for a relative path of the command line that leads out of the project by a link."""
        try:
            if self.follow_links or os.path.isabs(path) or os.path.realpath(path) == os.path.abspath(path):
                return True
        except ValueError:  # a NUL: there is no such file
            return True
        from newslint.config.root import leaves  # few paths lead through links

        return not leaves(path)

    def prove(self, path: Path) -> None:
        """Raise ``ConfigError`` unless ``path`` may be used."""
        if not self.may_use(path):
            raise ConfigError(path, "", leaving())

    def settings_in(self, folder: Path) -> Settings:
        """Return the settings in ``folder``, without overrides for some of its files."""
        return self._settings(self._configuration(folder), ())

    def settings_for(self, path: str) -> Settings:
        """Return the settings of the file at ``path``; for a name without folder, such as "-", those of the working
        folder.
        """
        place = Path(os.path.abspath(path))
        configuration = self._configuration(place.parent)
        if configuration is None or not configuration.overrides:
            return self._settings(configuration, ())
        applied = tuple(
            index
            for index, override in enumerate(configuration.overrides)
            if self._spec(override).match(place, override.folder)
        )
        return self._settings(configuration, applied)

    def own_exclude(self, folder: Path) -> tuple[str, ...]:
        """Return the patterns of ``exclude`` that stand in the configuration file of ``folder`` itself."""
        configuration = self._configuration(folder)
        return () if configuration is None else configuration.exclude

    def _spec(self, override: Override) -> Globs:
        if override.files not in self._globs:
            self._globs[override.files] = Globs(override.files)
        return self._globs[override.files]

    def _configuration(self, folder: Path) -> Configuration | None:
        if not self._lookup:
            return self._fixed
        folder = Path(os.path.abspath(folder))
        walked = []
        found = None
        for place in chain((folder,), folder.parents):
            if place in self._by_folder:
                found = self._by_folder[place]
                break
            walked.append(place)
            path = config_in(place)
            if path is not None:
                found = self._read[path] = self._read.get(path) or self._found(path)
                break
        self._by_folder.update(dict.fromkeys(walked, found))
        return found

    def _found(self, path: Path) -> Configuration:
        if not self.follow_links and os.path.islink(path):
            from newslint.config.root import outside

            if outside(path, path.parent):
                raise ConfigError(path, "", leaving())
        return self._content(path)

    def _content(self, path: Path) -> Configuration:
        from newslint.config.files import read_config  # most runs have no configuration

        return read_config(path, follow_links=self.follow_links)

    def _settings(self, configuration: Configuration | None, applied: tuple[int, ...]) -> Settings:
        key = (None if configuration is None else configuration.path, applied)
        if key not in self._made:
            if configuration is None:
                settings = Settings()
            else:
                layer = configuration.layer
                for index in applied:
                    layer = configuration.overrides[index].layer.over(layer)
                settings = layer.settings(configuration.path)
            overlay = dict(self._overlay)
            origins = dict.fromkeys((name.replace("_", "-") for name in overlay), tr("命令行"))
            if "ignore" in overlay:
                overlay["ignore"] = (*settings.ignore, *overlay["ignore"])
            if self._rules:
                overlay["own_rules"] = (*settings.own_rules, *self._rules)
                origins["rules"] = tr("命令行")
            if settings.baseline is None and "baseline" not in overlay and (place := self._usual_baseline(settings)):
                overlay["baseline"] = place
                origins["baseline"] = tr("自行找到")
            if not self._has_comments and "comments" not in settings.origins:
                overlay["comments"] = False
                origins["comments"] = tr("命令行")
            self._made[key] = settings._replace(**overlay, origins={**settings.origins, **origins})
        return self._made[key]

    def _usual_baseline(self, settings: Settings) -> Path | None:
        """Return the baseline beside the configuration, or in the working folder if there is none; None if neither is
        there or configurations are not looked for.
        """
        place = Path(settings.folder or "", BASELINE)
        if not self._has_baselines and not ((self._lookup or self._fixed) and os.path.isfile(place)):
            return None
        if not self.follow_links and os.path.islink(place):
            from newslint.config.root import outside

            if outside(place, place.parent):
                raise ConfigError(place, "", leaving())
        return place


def leaving() -> str:
    """Return the sentence about a link that leads out of the project."""
    return tr("链接指向项目之外，没有读写；确要读写，请加 --follow-links，或写出它的绝对路径。")
