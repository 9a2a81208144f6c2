import type { EntityManager } from "typeorm";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import { type Permission, requireAuthentication, requirePermission } from "../policy.ts";
import { keyFaults, throwFaults } from "./checks.ts";
import { type KeyedMutation, previousAnswer, runIdempotent } from "./idempotency.ts";
import type { Snapshot } from "./revisions.ts";

/** One transaction of somebody's, in which records are changed. */
export type Transaction = {
	manager: EntityManager;
	actor: Actor;
	/** Whether the database holds made-up records; what is written beside them is marked so too. */
	synthetic: boolean;
	/** The import that the changes are part of. */
	batchId: string | null;
	/** What was read under the locks of the transaction, and stays as it is until it ends. */
	read: Map<string, Promise<unknown>>;
	/** Where a field stands in what the caller sent: hours → input.hours, or the column of a file. */
	pathOf(field: string): string;
};

/** Reads once in a transaction what its locks keep others from changing. */
export function readOnce<T>(
	{ read }: Transaction,
	name: string,
	work: () => Promise<T>,
): Promise<T> {
	let found = read.get(name) as Promise<T> | undefined;
	if (!found) {
		found = work();
		read.set(name, found);
	}
	return found;
}

/** A change that a client asks for. */
export type Command<Checked, T extends Snapshot> = {
	/** The mutation; a key stands for one mutation and its content. */
	operation: string;
	key: string | null | undefined;
	content: unknown;
	/** What the caller must be allowed; where it depends on the record, `change` decides it. */
	permission?: Permission;
	/** Where fields stand in the arguments: "input", or "" where they are arguments themselves. */
	prefix: "input" | "";
	/** Checks all that can be checked before anything is locked. Other subgraphs are asked here. */
	check(actor: Actor): Promise<Checked>;
	/** Takes the locks that are known before any record is read, in the order of `record/locks.ts`. */
	lock?(manager: EntityManager, checked: Checked): Promise<void>;
	/** Reads what it changes, checks it again, changes it and keeps the revision. */
	change(transaction: Transaction, checked: Checked): Promise<T>;
};

/**
 * Runs a client's change: key, first answer, permission, check, transaction, locks, change with its revision.
 * The same key with the same content gets the first answer, however many send it at once.
 */
export async function runCommand<Checked, T extends Snapshot>(
	context: Context,
	command: Command<Checked, T>,
): Promise<T> {
	const { permission, prefix } = command;
	const actor = requireAuthentication(context.viewer, permission ?? "change records");
	throwFaults(keyFaults(command.key), prefix);
	const request: KeyedMutation = {
		operation: command.operation,
		key: command.key,
		content: command.content,
	};
	const first = await previousAnswer<T>(context.database, actor, request);
	if (first) return first;
	if (permission) requirePermission(actor, permission);
	const checked = await command.check(actor);
	return context.database.write(async (manager) => {
		await command.lock?.(manager, checked);
		return runIdempotent(manager, actor, request, () =>
			command.change(
				{
					manager,
					actor,
					synthetic: context.synthetic,
					batchId: null,
					read: new Map(),
					pathOf: (field) => (prefix ? `${prefix}.${field}` : field),
				},
				checked,
			),
		);
	});
}
