import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Log } from "../../../shared/log.ts";
import { readAddress, whereOf } from "../../console/pages/trace/address.ts";
import { refuse } from "../../http/errors.ts";
import type { RequestViewers } from "../../viewer/request-viewers.ts";
import { BYTE_ORDER_MARK, csvOf } from "../data/csv.ts";
import { type Ask, COLUMNS, traceRows } from "./rows.ts";

/** Most downloads at once; each holds one page of rows. */
const MOST_AT_ONCE = 4;
const RETRY_AFTER_S = 5;

/** Headers that say who asks. */
const CALLER = ["authorization", "cookie", "x-request-id"] as const;
/** What the hub's own pages send; whether the caller is one was examined before. */
const OWN_PAGE = { "sec-fetch-site": "same-origin", "apollo-require-preflight": "1" };

/** Queries the hub's own /graphql endpoint as the caller of `request`. */
function askAs(app: FastifyInstance, request: FastifyRequest): Ask {
	const given = Object.fromEntries(
		CALLER.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : [])),
	);
	return async (query, variables) => {
		const headers = { ...given, ...OWN_PAGE };
		const payload = { query, variables };
		const response = await app.inject({ method: "POST", url: "/graphql", headers, payload });
		const { data, errors } = response.json();
		if (errors?.[0] || !data) throw new Error(errors?.[0]?.message ?? "no data");
		return data;
	};
}

async function* textOf(first: string, pages: AsyncIterator<Record<string, unknown>[]>) {
	yield first;
	for (let page = await pages.next(); !page.done; page = await pages.next())
		yield csvOf(COLUMNS, page.value);
}

/** GET /trace.csv: the rows of the console's page /trace at the same address, all of them. */
export function addTraceRoute(
	app: FastifyInstance,
	readViewer: RequestViewers["read"],
	log: Log,
): void {
	let active = 0;
	app.get<{ Querystring: Record<string, string> }>("/trace.csv", async (request, reply) => {
		const { filters, notUnderstood } = readAddress(
			Object.fromEntries(Object.entries(request.query).map(([name, text]) => [name, String(text)])),
		);
		if (notUnderstood.length > 0) {
			const parts = notUnderstood.map(({ name, value }) => `${name}=${value}`.slice(0, 100));
			const message = `This address says what a trace does not understand: ${parts.slice(0, 5).join(", ")}`;
			return refuse(reply, 400, "BAD_USER_INPUT", message);
		}
		// Throws if the caller's token or session does not count.
		await readViewer(request);
		if (active >= MOST_AT_ONCE) {
			reply.header("retry-after", RETRY_AFTER_S);
			return refuse(reply, 503, "UNAVAILABLE", "Too many downloads are running; try again soon");
		}
		active += 1;
		const pages = traceRows(whereOf(filters), askAs(app, request));
		const release = () => {
			active -= 1;
		};
		let head: string;
		try {
			// The first page is awaited, so that an error is an answer and not half a file.
			const first = await pages.next();
			head =
				BYTE_ORDER_MARK + csvOf(COLUMNS, [Object.fromEntries(COLUMNS.map((name) => [name, name]))]);
			if (!first.done) head += csvOf(COLUMNS, first.value);
		} catch (error) {
			release();
			log.warn({ reason: (error as Error).message }, "a trace could not be read");
			return refuse(
				reply,
				503,
				"UNAVAILABLE",
				`The trace is not available: ${(error as Error).message}`,
			);
		}
		const text = Readable.from(textOf(head, pages));
		text.on("error", (error) => log.warn({ reason: error.message }, "a trace failed half-way"));
		text.on("close", release);
		return reply
			.type("text/csv; charset=utf-8")
			.header("content-disposition", 'attachment; filename="trace.csv"')
			.send(text);
	});
}
