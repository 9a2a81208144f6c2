import { type HubError, unavailable } from "../errors.ts";
import type { Log } from "../log.ts";
import { type Outage, outageOf } from "../outages.ts";

/** Codes of SQLite, PostgreSQL (SQLSTATE), the network and this folder for failures of the database itself. */
const REASONS: ReadonlyArray<readonly [codes: RegExp, reason: string]> = [
	[/^(SQLITE_FULL|53100|ENOSPC|EDQUOT)$/, "has no space left"],
	[/^(SQLITE_BUSY|SQLITE_LOCKED|55P03|40001|40P01)$/, "is busy with other changes"],
	[/^HUB_PLAN_OUTDATED$/, "was just changed for a newer version of the hub"],
	[/^HUB_WAITED$/, "has more to do than it can take at a time"],
	[/^53300$/, "takes no more connections"],
	[/^25006$/, "can only be read at the moment"],
	[
		/^(SQLITE_(IOERR|CANTOPEN|READONLY|NOMEM|PROTOCOL|CORRUPT|NOTADB)|53...|58...|XX...)$/,
		"cannot read or write",
	],
	[
		/^(08...|25P03|28...|3D000|57014|57P..|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/,
		"does not answer",
	],
];

/** What the PostgreSQL client and TypeORM report, without a code, when a connection breaks. */
const BROKEN =
	/^(Connection terminated|Client was closed|Client has encountered|Query runner already released|Database connection provided by a query runner|Query read timeout|timeout e|Cannot use a pool after)/;

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

/** What failed, in words without addresses and names of tables; undefined where it was not the database itself. */
function reasonOf(error: unknown): string | undefined {
	const { code = "", message = "" } = (error ?? {}) as { code?: string; message?: string };
	// A host with several addresses fails with the failures of all of them.
	if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
	const known = REASONS.find(([codes]) => codes.test(code))?.[1];
	return known ?? (BROKEN.test(message) ? "does not answer" : undefined);
}

/** True for failures of the database itself, after which the same may succeed. */
export const isFault = (error: unknown): boolean => reasonOf(error) !== undefined;

/** Turns failures of the database itself into UNAVAILABLE and logs them; returns every other error unchanged. */
export type FaultOf = (error: unknown, phase: Phase) => unknown;

/** The failures of one database. An outage is logged once, then counted. */
export function faultsOf({ name, log }: { name: string; log?: Log }) {
	const outages: Record<"read" | "write", Outage> = {
		read: outageOf(log, { database: name, use: "read" }, WORDS),
		write: outageOf(log, { database: name, use: "write" }, WORDS),
	};
	const faultOf: FaultOf = (error, phase) => {
		const reason = reasonOf(error);
		if (!reason) return error;
		outages[phase === "read" ? "read" : "write"].failed({ err: error, phase });
		const { code = "" } = error as { code?: string };
		return unavailable(name, `The ${name} database ${reason}${consequence(code, phase)}`);
	};
	return {
		faultOf,
		/** Ends an outage of this use, if there is one. */
		answered: (use: "read" | "write") => outages[use].answered(),
		/** Whether the last transaction failed because of the database. */
		cannotWrite: () => outages.write.isStanding(),
		readOnly: (): HubError =>
			unavailable(name, `The ${name} database can only be read at the moment; try again`),
	};
}

const WORDS = { began: "a database failed", over: "a database answers again" };
