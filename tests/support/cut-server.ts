import { connect, createServer, type Socket } from "node:net";

/** A proxy between a client and a server on this machine that can fail like a network or a restarting server. */
export type CutServer = {
	port: number;
	/** Closes all connections and rejects new ones. */
	down(): Promise<void>;
	up(): Promise<void>;
	/**
	 * Closes the next connection that sends this text, a command of PostgreSQL: before it reaches the server, or once the
	 * server says that it has carried it out, before the client hears of it.
	 */
	cutAt(text: string, when: "before" | "after"): void;
};

export async function cutServer(to: number): Promise<CutServer> {
	const pairs = new Set<[Socket, Socket]>();
	let cut: { text: string; when: "before" | "after" } | undefined;
	const server = createServer((client) => {
		const upstream = connect(to, "127.0.0.1");
		const pair: [Socket, Socket] = [client, upstream];
		pairs.add(pair);
		const end = () => {
			pairs.delete(pair);
			for (const socket of pair) socket.destroy();
		};
		let awaited: string | undefined;
		client.on("data", (chunk) => {
			if (cut && chunk.includes(cut.text)) {
				const { when, text } = cut;
				cut = undefined;
				if (when === "before") return end();
				awaited = `${text}\0`;
			}
			upstream.write(chunk);
		});
		upstream.on("data", (chunk) => {
			if (awaited && chunk.includes(awaited)) return end();
			client.write(chunk);
		});
		for (const socket of pair) socket.on("error", end).on("close", end);
	});
	const listen = (port: number) =>
		new Promise<number>((done) => {
			server.listen(port, "127.0.0.1", () => done((server.address() as { port: number }).port));
		});
	const port = await listen(0);
	return {
		port,
		down: () =>
			new Promise((done) => {
				server.close(() => done());
				for (const pair of pairs) for (const socket of pair) socket.destroy();
			}),
		up: async () => void (await listen(port)),
		cutAt(text, when) {
			cut = { text, when };
		},
	};
}
