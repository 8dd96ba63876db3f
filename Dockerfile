# newslint in a container:
#
#     docker build --tag newslint .
#     docker run --rm --volume "$PWD:/work" newslint check 稿件/
#
# Debian, not Alpine: two packages that newslint needs have no wheels for that. Add --user "$(id -u):$(id -g)" where it
# is to write into the folder. It has no git, which --since and --gate need.
FROM python:3.13-slim AS build
WORKDIR /source
COPY . .
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.13-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir --only-binary=:all: /wheels/*.whl \
    && rm -r /wheels \
    && useradd --create-home newslint
ENV PYTHONUTF8=1
USER newslint
WORKDIR /work
ENTRYPOINT ["newslint"]
CMD ["--help"]
