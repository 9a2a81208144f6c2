import type { FastifyReply } from "fastify";
import { HubError } from "../../../shared/errors.ts";
import type { Log } from "../../../shared/log.ts";
import { STATUS } from "../status.ts";
import type { ImportAnswer } from "./import-answer.ts";
import { ImportError } from "./import-error.ts";

/** Error codes of a disk that cannot be written. */
const DISK_ERRORS = ["ENOSPC", "EDQUOT", "EROFS", "EACCES"];

type ErrorResponse = { status: number; code: string; message: string };

/** What is said of an error of an import; what nobody can help is logged. */
export function responseOf(error: unknown, log: Log): ErrorResponse {
	if (error instanceof ImportError)
		return { status: error.status, code: "BAD_USER_INPUT", message: error.message };
	if (error instanceof HubError) {
		const code = String(error.extensions.code);
		return { status: STATUS[code] ?? 500, code, message: error.message };
	}
	const { code } = error as NodeJS.ErrnoException;
	// The client disconnected; not an error of the hub.
	if (code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE")
		return {
			status: 400,
			code: "BAD_USER_INPUT",
			message: "The upload was interrupted; send the file again",
		};
	log.error({ err: error }, "import failed");
	if (code && DISK_ERRORS.includes(code))
		return {
			status: 503,
			code: "UNAVAILABLE",
			message: "The hub has no disk space to read the workbook; try again later, or send it as CSV",
		};
	return {
		status: 500,
		code: "INTERNAL_SERVER_ERROR",
		message: "Something went wrong in the hub; it has been logged.",
	};
}

/** Sends the error and, if an import had started, its batch and its result so far. */
export function sendImportError(
	reply: FastifyReply,
	error: unknown,
	log: Log,
	partial?: ImportAnswer,
) {
	const { status, code, message } = responseOf(error, log);
	const batchId = partial?.batchId ?? undefined;
	const hint =
		partial && partial.rows > 0
			? `. ${partial.rows} rows before it were processed; correct the file and send it again: rows that were imported are not changed`
			: "";
	return reply.code(status).send({
		errors: [{ message: message + hint, extensions: { code, ...(batchId && { batchId }) } }],
		...(batchId && partial),
	});
}
