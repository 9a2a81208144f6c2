import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Log } from "../../../shared/log.ts";
import { refuse } from "../../http/errors.ts";
import type { RequestViewers } from "../../viewer/request-viewers.ts";
import { BYTE_ORDER_MARK, csvOf, headerOf } from "../data/csv.ts";
import { type Ask, type ListOfPage, rowsOf } from "./list.ts";
import { MANUFACTURERS } from "./manufacturers.ts";
import { TRACE } from "./trace.ts";

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

async function* textOf(
	first: string,
	columns: readonly string[],
	pages: AsyncIterator<Record<string, unknown>[]>,
) {
	yield first;
	for (let page = await pages.next(); !page.done; page = await pages.next())
		yield csvOf(columns, page.value);
}

/** GET /trace.csv and /manufacturers.csv: the rows of the console's pages at the same addresses, all of them. */
export function addListRoutes(
	app: FastifyInstance,
	readViewer: RequestViewers["read"],
	log: Log,
): void {
	let active = 0;
	function add<Variables extends object, Node>(list: ListOfPage<Variables, Node>): void {
		const { name, columns } = list;
		app.get<{ Querystring: Record<string, string> }>(`/${name}.csv`, async (request, reply) => {
			const { variables, notUnderstood } = list.read(
				Object.fromEntries(
					Object.entries(request.query).map(([parameter, text]) => [parameter, String(text)]),
				),
			);
			if (notUnderstood.length > 0) {
				const parts = notUnderstood.map((one) => `${one.name}=${one.value}`.slice(0, 100));
				const message = `This address says what the list does not understand: ${parts.slice(0, 5).join(", ")}`;
				return refuse(reply, 400, "BAD_USER_INPUT", message);
			}
			// Throws if the caller's token or session does not count.
			await readViewer(request);
			if (active >= MOST_AT_ONCE) {
				reply.header("retry-after", RETRY_AFTER_S);
				return refuse(reply, 503, "UNAVAILABLE", "Too many downloads are running; try again soon");
			}
			active += 1;
			const pages = rowsOf(list, variables, askAs(app, request));
			const release = () => {
				active -= 1;
			};
			let head: string;
			try {
				// The first page is awaited, so that an error is an answer and not half a file.
				const first = await pages.next();
				head = BYTE_ORDER_MARK + headerOf(columns);
				if (!first.done) head += csvOf(columns, first.value);
			} catch (error) {
				release();
				log.warn({ list: name, reason: (error as Error).message }, "a list could not be read");
				return refuse(
					reply,
					503,
					"UNAVAILABLE",
					`The list is not available: ${(error as Error).message}`,
				);
			}
			const text = Readable.from(textOf(head, columns, pages));
			text.on("error", (error) =>
				log.warn({ list: name, reason: error.message }, "a list failed half-way"),
			);
			text.on("close", release);
			return reply
				.type("text/csv; charset=utf-8")
				.header("content-disposition", `attachment; filename="${name}.csv"`)
				.send(text);
		});
	}
	add(TRACE);
	add(MANUFACTURERS);
}
