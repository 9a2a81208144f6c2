import type { Content, Typed } from "./fields.ts";

/** The changes that the outbox sends. */
export type Operation = "register" | "log" | "amend" | "submit" | "withdraw" | "discard";

/** One request, exactly as it is sent, again and again until the hub has answered it. */
export type Step = {
	operation: Operation;
	/** Its clientMutationId: the hub does what it says once, however often it arrives. */
	key: string;
	variables: Record<string, unknown>;
};

/** A manufacturer that may be the one that is being registered. */
export type Twin = {
	score: number;
	reasons: string[];
	sme: { id: string; name: string; city?: string | null; state?: string | null };
};

/** Why the hub did not do what it was asked; nothing more is sent of the item until its owner has decided. */
export type Refusal = {
	operation: Operation;
	/** CONFLICT, FORBIDDEN, BAD_USER_INPUT …, or TWINS: manufacturers that may be the same. */
	code: string;
	/** In the hub's words. */
	message: string;
	/** What is wrong, by field. */
	fields?: Array<{ path: string; message: string }>;
	/** Of a conflict: what the hub has now, what both had seen, and the record that used the key. */
	current?: unknown;
	seen?: unknown;
	recordId?: string;
	twins?: Twin[];
};

/** Why there was no answer; it is sent again by itself. SIGN_IN: once its owner has signed in again. */
export type Failure = "UNREACHABLE" | "NOT_THE_HUB" | "BUSY" | "SIGN_IN";

type Kept = {
	/** The clientMutationId, from the first keystroke on. */
	key: string;
	/** Whose it is: see `ownerOf`. */
	owner: string;
	/** Milliseconds since 1970 by the clock of the device: the order in which items are sent. */
	madeAt: number;
	changedAt: number;
	/** The step that is under way. Its content stays as it is until the hub has answered, whatever is typed meanwhile. */
	sealed?: Step;
	refusal?: Refusal;
	failure?: Failure;
	/** How often the sealed step was sent without an answer, and when it is sent again. */
	attempts: number;
	nextAt: number;
};

/** A visit on this device. */
export type Visit = Kept & {
	type: "VISIT";
	typed: Typed;
	/** KEEP: only on this device. The others say what the hub is to do with it. */
	intent: "KEEP" | "SUBMIT" | "WITHDRAW" | "DISCARD";
	/** The record at the hub, as far as it was acknowledged. */
	record?: { id: string; revision: number; status: string };
	/** Why its manager returned it, as it was when it was opened here; `about` names the field that is meant. */
	returned?: { by: string; reason: string; about?: string | null };
	/** What that record says, for comparing with what was typed. */
	known?: Content;
};

/** A manufacturer that is registered from this device. */
export type Manufacturer = Kept & {
	type: "MANUFACTURER";
	typed: { name: string; city?: string; state?: string };
	/** Registered although the hub knows others like it. */
	createAnyway?: boolean;
	/** The manufacturer at the hub: registered, or chosen among those like it. */
	record?: { id: string; name: string };
};

export type Item = Visit | Manufacturer;

/** Whose an item is: the same person at another center has other records. */
export const ownerOf = ({ subject, center }: { subject: string; center?: string }) =>
	JSON.stringify([subject, center ?? ""]);
