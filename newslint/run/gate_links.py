"""Links in a submission: behind one, an article would get the settings of another place, or not be looked at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from newslint.config.root import lies_in
from newslint.filters.git import Repository
from newslint.language import prefixed, tr
from newslint.readers import ReadError, Source
from newslint.storage.walking import walk


def without_links(
    sources: Iterable[Source], paths: Iterable[str], repository: Repository | None, base: str | None
) -> list[Source]:
    """Return the ``sources`` found in ``paths``. What is reached by a link is refused, and links to folders in the
    paths are added as refused, unless the revision ``base`` has the same link.
    """
    links = _Links(repository, base)
    guarded: list[Source] = []
    for path, data in sources:
        link = links.on_the_way(path) if data is None else None
        guarded.append((path, data) if link is None else (path, _refused(path, link)))
    known = {path for path, _ in guarded}
    folders = [os.path.relpath(path).replace(os.sep, "/") for path in sorted(set(links.to_folders(paths)))]
    return guarded + [(path, _refused(path, path)) for path in folders if path not in known]


class _Links:
    """The links of a submission: those that git tracks, or all where there is no repository."""

    def __init__(self, repository: Repository | None, base: str | None) -> None:
        self._root = os.path.realpath(os.curdir) if repository is None else repository.root
        self._tracked = frozenset() if repository is None else repository.links()
        same = frozenset() if repository is None or base is None else repository.links(base)
        self._allowed = {os.path.join(self._root, path) for path, _ in self._tracked & same}
        self._is_repository = repository is not None
        self._above: dict[str, str | None] = {}

    def on_the_way(self, path: str) -> str | None:
        """Return the first link below the root that ``path`` leads through, or is itself."""
        place = os.path.abspath(path)
        unknown = []
        while place not in self._above and place != os.path.dirname(place):
            unknown.append(place)
            place = os.path.dirname(place)
        link = self._above.get(place)
        for place in reversed(unknown):
            if link is None and os.path.islink(place) and self._counts(place):
                link = place
            self._above[place] = link
        return link

    def _counts(self, place: str) -> bool:
        folder = os.path.realpath(os.path.dirname(place))
        return lies_in(folder, self._root) and os.path.join(folder, os.path.basename(place)) not in self._allowed

    def to_folders(self, paths: Iterable[str]) -> Iterator[str]:
        """Yield the links to folders in the folders ``paths``."""
        folders = [os.path.realpath(path) for path in paths if os.path.isdir(path)]
        for folder in folders:
            yield from (link for link in self._in(folder) if os.path.isdir(link) and link not in self._allowed)

    def _in(self, folder: str) -> Iterator[str]:
        if self._is_repository:
            links = (os.path.join(self._root, path) for path, _ in self._tracked)
            yield from (link for link in links if lies_in(os.path.dirname(link), folder) and os.path.islink(link))
            return
        for place, names, _ in walk(folder):
            yield from (link for name in names if os.path.islink(link := os.path.join(place, name)))


def _refused(path: str, link: str) -> ReadError:
    link = os.path.relpath(link).replace(os.sep, "/")
    return ReadError(prefixed(path, tr("{link} 是来稿带来的链接，门禁不放行；请换成文件或文件夹。", link=link)))
