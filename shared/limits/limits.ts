import { z } from "zod";
import type { Role } from "../viewer/viewer.ts";
import { type ByRole, byRole, count, list, milliseconds, roles } from "./variables.ts";

const everyRole = (staff: number, offices: number, anonymous: number): ByRole => ({
	PUBLIC: anonymous,
	FIELD_STAFF: staff,
	CENTER_MANAGER: staff,
	PARTNER: staff,
	PROGRAM_OFFICE: offices,
	HUB_ADMIN: offices,
});

/** The environment variables of all bounds; docs/bounds.md explains each. */
export const limitVariables = {
	HUB_MAX_COST: byRole(everyRole(200_000, 500_000, 50_000)),
	HUB_ASSUMED_LIST_SIZE: count(5),
	HUB_MAX_DEPTH: count(20),
	HUB_MAX_FIELDS: count(2000),
	HUB_MAX_ALIASES: count(100, 0),
	HUB_MAX_DIRECTIVES: count(100, 0),
	HUB_MAX_FRAGMENTS: count(100, 0),
	HUB_MAX_TOKENS: count(5000),
	HUB_MAX_MUTATIONS: count(20),
	HUB_MAX_LIST: count(1000),
	HUB_TRUSTED_OPERATIONS: z.string().min(1).optional(),
	HUB_TRUSTED_COST_FACTOR: count(5),
	HUB_TRUSTED_ONLY: roles,
	HUB_DEADLINE_MS: milliseconds(30_000),
	HUB_MUTATION_DEADLINE_MS: milliseconds(120_000),
	HUB_MAX_STEPS: count(2_000_000),
	HUB_MAX_ANSWER_BYTES: count(20_000_000, 1000),
	HUB_HEADERS_TIMEOUT_MS: milliseconds(15_000),
	HUB_REQUEST_TIMEOUT_MS: milliseconds(30_000),
	HUB_IDLE_TIMEOUT_MS: milliseconds(60_000),
	HUB_KEEP_ALIVE_TIMEOUT_MS: milliseconds(72_000),
	HUB_STOP_GRACE_MS: milliseconds(10_000),
	HUB_STOP_DELAY_MS: z.coerce.number().int().min(0).max(600_000).default(0),
	HUB_RATE_REQUESTS: byRole(everyRole(3000, 3000, 600)),
	HUB_RATE_COST: byRole(everyRole(5_000_000, 10_000_000, 1_000_000)),
	HUB_RATE_EXEMPT: list("127.0.0.0/8,::1/128"),
	HUB_MUTATIONS_AT_ONCE: count(8),
	HUB_MUTATIONS_WAITING: count(500),
	HUB_MAX_LAG_MS: milliseconds(500),
};

/** Every bound that is configured, as the hub and its subgraphs use it. Times are in milliseconds. */
export type Limits = {
	/** Objects, weighted, that one operation may ask for. */
	cost: ByRole;
	/** Assumed length of a list whose length is unknown. */
	assumedListSize: number;
	depth: number;
	fields: number;
	aliases: number;
	directives: number;
	fragments: number;
	tokens: number;
	/** Root fields of one mutation. */
	mutations: number;
	/** Items of a list in an argument. */
	list: number;
	/** File of the operations that are trusted; absent where there are none. */
	trustedFile?: string;
	trustedCostFactor: number;
	/** Roles that may send trusted operations only. */
	trustedOnly: Role[];
	deadlineMs: number;
	mutationDeadlineMs: number;
	/** Resolver calls of one request in this process. */
	steps: number;
	answerBytes: number;
	headersTimeoutMs: number;
	requestTimeoutMs: number;
	idleTimeoutMs: number;
	keepAliveTimeoutMs: number;
	stopGraceMs: number;
	/** How long a hub that is stopping still takes requests, while it says that it is not ready. */
	stopDelayMs: number;
	/** Requests a minute of one token or address. */
	rateRequests: ByRole;
	/** Cost a minute of one token or address. */
	rateCost: ByRole;
	/** Networks (CIDR) whose requests are not counted. */
	rateExempt: string[];
	mutationsAtOnce: number;
	/** Mutations of one caller that may wait. */
	mutationsWaiting: number;
	/** Mean delay of the event loop above which requests are turned away. */
	lagMs: number;
};

/** The bounds of an environment that has been read with `limitVariables`. */
export function limitsOf(read: z.output<z.ZodObject<typeof limitVariables>>): Limits {
	return {
		cost: read.HUB_MAX_COST,
		assumedListSize: read.HUB_ASSUMED_LIST_SIZE,
		depth: read.HUB_MAX_DEPTH,
		fields: read.HUB_MAX_FIELDS,
		aliases: read.HUB_MAX_ALIASES,
		directives: read.HUB_MAX_DIRECTIVES,
		fragments: read.HUB_MAX_FRAGMENTS,
		tokens: read.HUB_MAX_TOKENS,
		mutations: read.HUB_MAX_MUTATIONS,
		list: read.HUB_MAX_LIST,
		trustedFile: read.HUB_TRUSTED_OPERATIONS,
		trustedCostFactor: read.HUB_TRUSTED_COST_FACTOR,
		trustedOnly: read.HUB_TRUSTED_ONLY,
		deadlineMs: read.HUB_DEADLINE_MS,
		mutationDeadlineMs: read.HUB_MUTATION_DEADLINE_MS,
		steps: read.HUB_MAX_STEPS,
		answerBytes: read.HUB_MAX_ANSWER_BYTES,
		headersTimeoutMs: read.HUB_HEADERS_TIMEOUT_MS,
		requestTimeoutMs: read.HUB_REQUEST_TIMEOUT_MS,
		idleTimeoutMs: read.HUB_IDLE_TIMEOUT_MS,
		keepAliveTimeoutMs: read.HUB_KEEP_ALIVE_TIMEOUT_MS,
		stopGraceMs: read.HUB_STOP_GRACE_MS,
		stopDelayMs: read.HUB_STOP_DELAY_MS,
		rateRequests: read.HUB_RATE_REQUESTS,
		rateCost: read.HUB_RATE_COST,
		rateExempt: read.HUB_RATE_EXEMPT,
		mutationsAtOnce: read.HUB_MUTATIONS_AT_ONCE,
		mutationsWaiting: read.HUB_MUTATIONS_WAITING,
		lagMs: read.HUB_MAX_LAG_MS,
	};
}

/** The bounds where nothing is configured. */
export const DEFAULT_LIMITS: Limits = limitsOf(z.object(limitVariables).parse({}));
