import { unavailable } from "../errors.ts";
import type { Log } from "../log.ts";

/** Codes of SQLite, PostgreSQL (SQLSTATE) and the network for failures of the database itself. */
const REASONS: ReadonlyArray<readonly [codes: RegExp, reason: string]> = [
	[/^(SQLITE_FULL|53100|ENOSPC|EDQUOT)$/, "has no space left"],
	[/^(SQLITE_BUSY|SQLITE_LOCKED|55P03|40001|40P01)$/, "is busy with other changes"],
	[/^(SQLITE_(IOERR|CANTOPEN|READONLY|NOMEM|PROTOCOL)|53...|58...)$/, "cannot read or write"],
	[
		/^(08...|57P..|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/,
		"does not answer",
	],
];

/** What the PostgreSQL client and TypeORM report, without a code, when a connection breaks. */
const BROKEN =
	/^(Connection terminated|Client was closed|Client has encountered|Query runner already released|timeout exceeded|Cannot use a pool after)/;

/** A commit that fails with one of these codes was not carried out; with other codes that is unknown. */
const NOT_COMMITTED = /^(SQLITE_(FULL|BUSY|LOCKED)|53...|58...|55P03|40...)$/;

const CONSEQUENCES = {
	read: "; try again",
	"not kept": "; the change was not saved. Send it again later",
	unknown:
		", and it is not known whether the change was saved. Send it again with the same clientMutationId: it is never applied twice",
};

/** Where an error occurred: in a read, inside a transaction, or while committing it. */
type Phase = "read" | "work" | "commit";

function consequence(code: string, phase: Phase): string {
	if (phase === "commit" && !NOT_COMMITTED.test(code)) return CONSEQUENCES.unknown;
	return CONSEQUENCES[phase === "read" ? "read" : "not kept"];
}

/** Turns failures of the database itself into UNAVAILABLE and logs them; returns every other error unchanged. */
export type FaultOf = (error: unknown, phase: Phase) => unknown;

export function faultsOf({ name, log }: { name: string; log?: Log }): FaultOf {
	return (error, phase) => {
		const { code = "", message = "" } = (error ?? {}) as { code?: string; message?: string };
		const known = REASONS.find(([codes]) => codes.test(code))?.[1];
		const reason = known ?? (BROKEN.test(message) ? "does not answer" : undefined);
		if (!reason) return error;
		log?.error({ err: error, database: name, phase }, "a database failed");
		return unavailable(name, `The ${name} database ${reason}${consequence(code, phase)}`);
	};
}
