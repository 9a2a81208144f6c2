import { createServer, type Socket } from "node:net";
import pg from "pg";

/** Parameters that PgBouncer takes from a client that connects; with another one it refuses the connection. */
const ALLOWED = /^(user|database|client_encoding|application_name|DateStyle|TimeZone)$/i;
const SSL_REQUEST = 80_877_103;
const CANCEL_REQUEST = 80_877_102;

type Server = { socket: Socket; client: pg.Client };

function message(type: string, ...parts: Array<number | string>): Buffer {
	const body = Buffer.concat(
		parts.map((part) => {
			if (typeof part === "string") return Buffer.from(`${part}\0`);
			const number = Buffer.alloc(4);
			number.writeInt32BE(part);
			return number;
		}),
	);
	const head = Buffer.alloc(5);
	head.write(type);
	head.writeInt32BE(body.length + 4, 1);
	return Buffer.concat([head, body]);
}

const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** Cuts a stream of messages of PostgreSQL's protocol into messages. */
function messageCutter(onMessage: (type: string, whole: Buffer) => void) {
	let rest: Buffer = Buffer.alloc(0);
	return (chunk: Buffer) => {
		rest = Buffer.concat([rest, chunk]);
		while (rest.length >= 5) {
			const length = 1 + rest.readInt32BE(1);
			if (rest.length < length) return;
			const whole = rest.subarray(0, length);
			rest = rest.subarray(length);
			onMessage(String.fromCharCode(whole[0] ?? 0), whole);
		}
	};
}

/**
 * Between clients and a PostgreSQL server as PgBouncer is in transaction mode: each transaction gets another connection
 * than the one before. `most`: connections to the server.
 */
export async function transactionPooler(url: string, most: number) {
	const free: Server[] = [];
	const waiting: Array<(server: Server) => void> = [];
	const servers = new Set<Server>();
	const sockets = new Set<Socket>();
	let transactions = 0;

	async function open(): Promise<void> {
		const client = new pg.Client({ connectionString: url });
		client.on("error", () => undefined);
		await client.connect();
		// After the client has logged in, its connection is used without it.
		const socket = (client as unknown as { connection: { stream: Socket } }).connection.stream;
		socket.removeAllListeners("data");
		socket.setNoDelay(true);
		socket.on("error", () => undefined);
		const server = { socket, client };
		servers.add(server);
		give(server);
	}
	function give(server: Server): void {
		const next = waiting.shift();
		if (next) next(server);
		else free.push(server);
	}
	const take = () =>
		new Promise<Server>((done) => {
			const server = free.shift();
			if (server) done(server);
			else waiting.push(done);
		});

	function serve(client: Socket): void {
		let server: Server | undefined;
		let taking: Promise<void> | undefined;
		let held: Buffer[] = [];
		let outstanding = 0;

		function release(): void {
			server?.socket.removeAllListeners("data");
			const done = server;
			server = undefined;
			if (done) give(done);
		}
		async function assign(): Promise<void> {
			server = await take();
			transactions++;
			server.socket.on(
				"data",
				messageCutter((type, whole) => {
					client.write(whole);
					if (type !== "Z") return;
					outstanding--;
					if (outstanding === 0 && String.fromCharCode(whole[5] ?? 0) === "I") release();
				}),
			);
			for (const one of held.splice(0)) server.socket.write(one);
		}
		const onMessage = messageCutter((type, whole) => {
			if (type === "X") return void client.end();
			if (type === "Q" || type === "S") outstanding++;
			if (server) return void server.socket.write(whole);
			held.push(whole);
			taking ??= assign().finally(() => {
				taking = undefined;
			});
		});
		client.once("data", (start: Buffer) => {
			const code = start.readInt32BE(4);
			if (code === SSL_REQUEST || code === CANCEL_REQUEST) return client.destroy();
			const words = start.subarray(8).toString().split("\0");
			const names = words.filter((word, index) => index % 2 === 0 && word !== "");
			const unknown = names.find((name) => !ALLOWED.test(name));
			if (unknown !== undefined) {
				const fault = ["SFATAL", "C08P01", `Munsupported startup parameter: ${unknown}`, ""];
				return client.end(message("E", ...fault));
			}
			client.write(
				Buffer.concat([
					message("R", 0),
					message("S", "server_version", "18.0"),
					message("K", 1, 1),
					READY,
				]),
			);
			client.on("data", onMessage);
		});
		client.on("error", () => undefined);
		client.on("close", async () => {
			sockets.delete(client);
			held = [];
			await taking;
			if (!server) return;
			// What it left half done ends with its connection.
			servers.delete(server);
			server.socket.destroy();
			server = undefined;
			await open().catch(() => undefined);
		});
	}

	for (let i = 0; i < most; i++) await open();
	const listener = createServer({ noDelay: true }, (client) => {
		sockets.add(client);
		serve(client);
	});
	const port = await new Promise<number>((done) => {
		listener.listen(0, "127.0.0.1", () => done((listener.address() as { port: number }).port));
	});
	const pooled = new URL(url);
	pooled.port = String(port);
	return {
		url: String(pooled),
		transactions: () => transactions,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((done) => listener.close(done));
			for (const { socket } of servers) socket.destroy();
		},
	};
}
