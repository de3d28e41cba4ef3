"""A mail server on this machine."""
import email
import email.policy
import random
import socketserver
import threading
import time


class Sink(socketserver.ThreadingTCPServer):
    """A mail server that keeps what it said yes to."""
    allow_reuse_address = daemon_threads = True

    def __init__(self, delay=0.0):
        super().__init__(("127.0.0.1", 0), Talk)
        self.port = self.server_address[1]
        self.delay, self.verdict, self.messages, self.lock = delay, "250 2.0.0 ok", [], threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def settings(self, recipients, more="perMinute: 0"):
        return (f'from: "绩效科 <from@example.cn>", smtp: {{ host: "127.0.0.1", port: {self.port}, security: "none" }}, '
                f"recipients: [{recipients}], limits: {{ {more} }}")

    def handle_error(self, request, address):
        pass  # A killed client says no good-bye.


class Talk(socketserver.StreamRequestHandler):
    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        self.say("220 sink")
        recipient = ""
        while line := self.rfile.readline():
            word = line.decode("latin-1").strip().upper()
            if word.startswith("RCPT"):
                recipient = word[8:].strip("<>").lower()
                self.say("250 ok")
            elif word == "DATA":
                self.say("354 go on")
                message = b""
                while (line := self.rfile.readline()) and line != b".\r\n":
                    message += line[1:] if line.startswith(b".") else line
                if not line:
                    return
                if self.server.verdict.startswith("250"):
                    # The mail is the server's from here on, whether or not the client lives to hear it.
                    with self.server.lock:
                        self.server.messages.append((recipient, message))
                time.sleep(random.uniform(0, self.server.delay))
                self.say(self.server.verdict)
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")


def parsed(message):
    return email.message_from_bytes(message, policy=email.policy.default)


def identities(sink):
    with sink.lock:
        return [parsed(message)["Message-ID"] for _, message in sink.messages]
