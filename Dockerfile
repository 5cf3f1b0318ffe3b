# The app and the command line in one image. Alone it keeps its graph in /data; compose.yaml gives it a Neo4j server.
FROM python:3.12-slim-bookworm

ENV PYTHONUNBUFFERED=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    LITHOGRAPH_HOME=/data

WORKDIR /src
COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock

COPY pyproject.toml README.md LICENSE app.py ./
COPY answers answers
COPY cli cli
COPY graph graph
COPY ingest ingest
COPY queries queries
COPY risk risk
COPY views views
RUN pip install --no-deps --no-build-isolation .

RUN useradd --create-home lithograph \
    && install --directory --owner=lithograph --group=lithograph /data
USER lithograph
WORKDIR /data
VOLUME /data
EXPOSE 8501

HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]

# Inside a container the app listens on every interface; which of them the outside reaches is said where it is published.
CMD ["lithograph", "app", "--address", "0.0.0.0", "--port", "8501", "--no-browser"]
