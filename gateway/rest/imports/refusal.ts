import type { FastifyReply } from "fastify";
import { HubError } from "../../../shared/errors.ts";
import type { Log } from "../../../shared/log.ts";
import { STATUS } from "../status.ts";
import type { ImportAnswer } from "./answer.ts";
import { ImportFault } from "./fault.ts";

/** What a disk answers that takes no more. */
const DISK = ["ENOSPC", "EDQUOT", "EROFS", "EACCES"];

type Refusal = { status: number; code: string; message: string };

function refusalOf(error: unknown, log: Log): Refusal {
	if (error instanceof ImportFault)
		return { status: error.status, code: "BAD_USER_INPUT", message: error.message };
	if (error instanceof HubError) {
		const code = String(error.extensions.code);
		return { status: STATUS[code] ?? 500, code, message: error.message };
	}
	const { code } = error as NodeJS.ErrnoException;
	// Nobody is left to answer; that is no fault of the hub.
	if (code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE")
		return { status: 400, code: "BAD_USER_INPUT", message: "The upload broke off" };
	log.error({ err: error }, "import failed");
	if (code && DISK.includes(code))
		return {
			status: 503,
			code: "UNAVAILABLE",
			message: "The hub has no room to read the workbook; try again later, or send it as CSV",
		};
	return {
		status: 500,
		code: "INTERNAL_SERVER_ERROR",
		message: "Something went wrong in the hub; it has been logged.",
	};
}

/** Answers with what went wrong and, where an import had begun, with its batch and what it did so far. */
export function refuse(reply: FastifyReply, error: unknown, log: Log, sofar?: ImportAnswer) {
	const { status, code, message } = refusalOf(error, log);
	const batchId = sofar?.batchId ?? undefined;
	const again =
		sofar && sofar.rows > 0
			? `. ${sofar.rows} rows before it were taken or failed; send the same file again when it is corrected: what was taken stays as it is`
			: "";
	return reply.code(status).send({
		errors: [{ message: message + again, extensions: { code, ...(batchId && { batchId }) } }],
		...(batchId && sofar),
	});
}
