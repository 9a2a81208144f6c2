import type { FastifyInstance, FastifyReply } from "fastify";
import { HubError } from "../../../shared/errors.ts";
import type { Log } from "../../../shared/log.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { RequestViewers } from "../../viewer/request-viewers.ts";
import { STATUS } from "../status.ts";
import { csvOf } from "./csv.ts";
import { type ExecuteEngagements, engagementRows } from "./engagement-rows.ts";

type Options = { readViewer: RequestViewers["read"]; execute: ExecuteEngagements; log: Log };

function refuse(reply: FastifyReply, error: unknown, log: Log) {
	const known = error instanceof HubError;
	if (!known) log.error({ err: error }, "export failed");
	const code = known ? String(error.extensions.code) : "INTERNAL_SERVER_ERROR";
	const message = known ? error.message : "Something went wrong in the hub; it has been logged.";
	return reply.code(STATUS[code] ?? 500).send({ errors: [{ message, extensions: { code } }] });
}

/** The center to export: the `center` parameter, or the viewer's own center. */
function centerOf(query: Record<string, unknown>, viewer: Viewer): string {
	const { center = "center" in viewer ? viewer.center : undefined, ...others } = query;
	const [unknown] = Object.keys(others);
	if (unknown !== undefined)
		throw new HubError("BAD_USER_INPUT", `There is no parameter "${unknown}"; known is center`);
	if (viewer.role === "PUBLIC")
		throw new HubError("UNAUTHENTICATED", "Send an access token: exports are for a center's staff");
	if (typeof center !== "string" || center === "")
		throw new HubError("BAD_USER_INPUT", "center: is missing; write ?center=ga-mep");
	return center;
}

/** GET /exports/engagements.csv returns a center's engagements in the format of POST /imports/engagements. */
export function addExportRoutes(app: FastifyInstance, { readViewer, execute, log }: Options): void {
	app.get("/exports/engagements.csv", async (request, reply) => {
		try {
			const viewer = await readViewer(request);
			const center = centerOf(request.query as Record<string, unknown>, viewer);
			const { id: requestId } = request;
			const { header, rows } = await engagementRows(execute, { requestId, viewer }, center);
			reply
				.type("text/csv; charset=utf-8")
				.header("content-disposition", `attachment; filename="engagements-${center}.csv"`)
				.header("cache-control", "no-store");
			// Fastify would read the whole file to answer HEAD without it.
			if (request.method === "HEAD") return reply.send();
			const file = csvOf(header, rows);
			file.on("error", (error) => log.error({ err: error, requestId }, "export failed half-way"));
			return reply.send(file);
		} catch (error) {
			return refuse(reply, error, log);
		}
	});
}
