"""Serves build/site on a free port for the browser tests; prints the address, ends with its input."""
import pathlib
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))
import serve  # noqa: E402

server = serve.make_server(serve.ROOT / "build" / "site")
threading.Thread(target=server.serve_forever, daemon=True).start()
print(serve.address_of(server), flush=True)
sys.stdin.read()
