import type { EntityManager } from "typeorm";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import { type Permission, requireAuthentication, requirePermission } from "../policy.ts";
import { keyFaults, throwFaults } from "./checks.ts";
import { type KeyedMutation, previousAnswer, runIdempotent } from "./idempotency.ts";
import type { Snapshot } from "./revisions.ts";
import type { Joining } from "./together.ts";

/** What was read, by name. */
export type Values = Pick<Map<string, Promise<unknown>>, "get" | "set">;

/** A transaction in which an actor changes records. */
export type Transaction = {
	manager: EntityManager;
	actor: Actor;
	/** Whether the database holds made-up records; what is written beside them is marked so too. */
	synthetic: boolean;
	/** The import that the changes are part of. */
	batchId: string | null;
	/** Values that were read under the locks of the transaction and cannot change until it ends. */
	read: Values;
	/** The path of a field in the caller's input: hours → input.hours, or the column of a file. */
	pathOf(field: string): string;
};

/** Reads a value once in a transaction whose locks keep it from changing. */
export function readOnce<T>(
	{ read }: Pick<Transaction, "read">,
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

/** Values of a part of a transaction, which may be undone: they are among the others only once they are kept. */
export function valuesOver(values: Values): Values & { keep(): void } {
	const own = new Map<string, Promise<unknown>>();
	return {
		get: (name) => own.get(name) ?? values.get(name),
		set: (name, value) => own.set(name, value),
		keep() {
			for (const [name, value] of own) values.set(name, value);
		},
	};
}

/** A change that a client asks for. */
export type Command<Checked, T extends Snapshot> = {
	/** Name of the mutation; a key belongs to one mutation and its content. */
	operation: string;
	key: string | null | undefined;
	content: unknown;
	/** The permission that is needed; if it depends on the record, `change` checks it. */
	permission?: Permission;
	/** Path of the fields: "input", or "" if they are arguments themselves. */
	prefix: "input" | "";
	/** Checks everything that needs no lock; other subgraphs are asked here. */
	check(actor: Actor): Promise<Checked>;
	/** Takes the locks that are needed before any record is read, in the order of `record/locks.ts`. */
	lock?(manager: EntityManager, checked: Checked): Promise<void>;
	/** Reads the record, checks it again, changes it and saves the revision. */
	change(transaction: Transaction, checked: Checked): Promise<T>;
	/** For a change that may be made in one transaction with others like it: how, and the center whose quarters it locks. */
	together?: {
		make(joining: Joining<Checked, T>): Promise<T>;
		center(checked: Checked): string | null | undefined;
	};
};

/**
 * Runs a mutation: key, previous answer, permission, check, transaction, locks, change with its revision.
 * The same key with the same content gets the first answer, even when sent several times at once.
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
	const { together, change } = command;
	const answered = () => previousAnswer<T>(context.database, actor, request);
	async function checkAll(): Promise<Checked> {
		if (permission) requirePermission(actor, permission);
		return command.check(actor);
	}
	// One that is made together with others finds its answer among theirs, unless it would be refused before.
	const first = together ? undefined : await answered();
	if (first) return first;
	let checked: Checked;
	try {
		checked = await checkAll();
	} catch (error) {
		const answer = together && (await answered());
		if (answer) return answer;
		throw error;
	}
	const transaction = {
		actor,
		synthetic: context.synthetic,
		batchId: null,
		pathOf: (field: string) => (prefix ? `${prefix}.${field}` : field),
	};
	const alone = () =>
		context.database.write(
			async (manager) => {
				await command.lock?.(manager, checked);
				return runIdempotent(manager, actor, request, () =>
					command.change({ ...transaction, manager, read: new Map() }, checked),
				);
			},
			{ joins: true },
		);
	if (!together) return alone();
	return together.make({
		...{ context, request, checked, change, alone },
		transaction: { ...transaction, read: new Map() },
		center: together.center(checked),
	});
}
