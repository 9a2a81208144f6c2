import type { OperationLog } from "./poller/operation-log.ts";

/** What the gateway's plugins tell the serving of partners. */
export type PartnerHooks = {
	operations: OperationLog;
	/** Receives each query that was answered, as its client wrote it. */
	noteQuery(key: string, asked: { query: string; operationName: string | null }): void;
	/** Mutations of the registry: what they changed is served before they are answered. */
	mutations: ReadonlySet<string>;
	applyChanges(): Promise<void>;
};
