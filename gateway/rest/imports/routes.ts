import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import { HubError } from "../../../shared/errors.ts";
import type { Log } from "../../../shared/log.ts";
import type { SubgraphRequest } from "../../../shared/subgraph/subgraph.ts";
import { PUBLIC, type Viewer } from "../../../shared/viewer/viewer.ts";
import { requestIdFrom } from "../../context.ts";
import type { ReadViewer } from "../../viewer/verify.ts";
import { emptyAnswer } from "./answer.ts";
import { failedRowsIn } from "./failed-rows.ts";
import { ImportFault } from "./fault.ts";
import { importFile } from "./import-file.ts";
import { keepRows, openRows, removeOld } from "./kept.ts";
import { readParameters } from "./parameters.ts";
import { readRows } from "./read-rows.ts";
import { refuse } from "./refusal.ts";
import { senderOf } from "./send.ts";
import { boundedBytes } from "./upload.ts";

type Options = {
	readViewer: ReadViewer;
	/** Runs an operation of the engagements subgraph. */
	execute(request: SubgraphRequest): Promise<{ data?: unknown; errors?: readonly never[] }>;
	/** Folder for the rows that failed. */
	dir: string;
	limits: ImportLimits;
	/** Before the paths of all routes, where clients find them. */
	basePath: string;
	log: Log;
};

const TYPES = [
	"text/csv",
	"application/csv",
	"text/plain",
	"text/tab-separated-values",
	"application/vnd.ms-excel",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"application/octet-stream",
];

const NOT_KEPT =
	"The file of the failed rows could not be written; the hub's log says why. The first thousand faults are listed under failures; the rows without a fault were taken.";

/** How long a refused upload is listened to, so that its sender can read the answer. */
const LINGER_MS = 3000;

/** Drains what a sender still sends after its answer, and cuts it off after a while. */
function stopListening(request: FastifyRequest): void {
	const { raw } = request;
	if (raw.complete) return;
	raw.on("error", () => undefined);
	// Who stopped reading in the middle left a listener that holds the rest back.
	raw.removeAllListeners("readable");
	raw.resume();
	setTimeout(() => raw.complete || raw.destroy(), LINGER_MS).unref();
}

/** POST /imports/engagements takes a CSV file or a workbook; GET /imports/<batch>/failed.csv gives back what failed, with reasons. */
export function addImportRoutes(app: FastifyInstance, options: Options): void {
	const { readViewer, execute, dir, limits, basePath, log } = options;
	void removeOld(dir, limits, log);

	async function take(request: FastifyRequest, reply: FastifyReply, viewer: Viewer) {
		const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
		const file = request.body as Readable | undefined;
		if (!TYPES.includes(type) || typeof file?.pipe !== "function")
			throw new ImportFault(
				`Send the file itself as the body, with "Content-Type: text/csv" or that of .xlsx; with curl: -H 'Content-Type: text/csv' --data-binary @visits.csv`,
				415,
			);
		const parameters = readParameters(request.query, request.headers);
		const { dryRun, batchId, fileName, mapping, dates, encoding, sheet } = parameters;
		const requestId = requestIdFrom(request.headers["x-request-id"]);
		const draft = join(dir, `${randomUUID()}.part`);
		await mkdir(dir, { recursive: true }).catch(() => undefined);
		const failed = failedRowsIn(draft);
		const answer = emptyAnswer({ fileName, dryRun });
		const keep = async () => {
			const rows = await failed.close();
			if (!answer.batchId) return {};
			try {
				if (!rows.kept && rows.fault) throw rows.fault;
				await keepRows(dir, answer.batchId, rows.kept ? draft : undefined, viewer);
				if (!rows.kept) return {};
				return { failedRows: `${basePath}/imports/${answer.batchId}/failed.csv` };
			} catch (fault) {
				log.error({ err: fault, requestId }, "the failed rows of an import could not be kept");
				await rm(draft, { force: true }).catch(() => undefined);
				return { failedRows: null, failedRowsNotKept: NOT_KEPT };
			}
		};
		try {
			await importFile({
				answer,
				batchId,
				open: (onUnderstood) =>
					readRows(boundedBytes(file, limits), {
						...{ encoding, sheet, limits, onUnderstood },
						spool: `${draft}.xlsx`,
					}),
				...{ mapping, dates, limits },
				send: senderOf(execute, { requestId, viewer }),
				onFailed: failed.add,
			});
			return reply.send({ ...answer, ...(await keep()) });
		} catch (error) {
			return refuse(reply, error, log, { ...answer, ...(await keep()) });
		} finally {
			void removeOld(dir, limits, log);
		}
	}

	app.register(async (routes) => {
		// The file is read as it comes, never all at once, and not before it is known who sends it.
		routes.removeAllContentTypeParsers();
		routes.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
		routes.post("/imports/engagements", async (request, reply) => {
			reply.raw.on("finish", () => stopListening(request));
			try {
				const viewer = await readViewer(request.headers.authorization);
				if (viewer.role === PUBLIC.role)
					throw new HubError("UNAUTHENTICATED", "Send an access token to import engagements");
				return await take(request, reply, viewer);
			} catch (error) {
				return refuse(reply, error, log);
			}
		});
	});

	app.get("/imports/:batch/failed.csv", async (request, reply) => {
		try {
			const viewer = await readViewer(request.headers.authorization);
			const { batch } = request.params as { batch: string };
			const rows = await openRows(dir, batch, viewer);
			return reply
				.type("text/csv; charset=utf-8")
				.header("content-disposition", `attachment; filename="${batch}-failed.csv"`)
				.send(rows);
		} catch (error) {
			return refuse(reply, error, log);
		}
	});
}
