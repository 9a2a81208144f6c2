import { hkdfSync } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { HubKey } from "../../../shared/registry.ts";

const SECRET_BYTES = 32;

/**
 * The secret of an endpoint in the form of Standard Webhooks. It is derived from the hub's own key, so that nobody who
 * reads the database can sign in the hub's name; another key of the hub makes other secrets.
 */
export function secretOf(key: HubKey, endpoint: { id: string; salt: string }): string {
	const { d = "" } = key.privateKey.export({ format: "jwk" });
	const ikm = Buffer.from(d, "base64url");
	const made = hkdfSync("sha256", ikm, endpoint.salt, `webhook ${endpoint.id}`, SECRET_BYTES);
	return `whsec_${Buffer.from(made).toString("base64")}`;
}

/** Headers of one attempt, signed as Standard Webhooks 1.0 has it (v1, HMAC-SHA256). */
export function signedHeaders(
	secret: string,
	id: string,
	now: Date,
	body: string,
): Record<string, string> {
	return {
		"content-type": "application/json",
		"user-agent": "throughline-webhooks/1",
		"webhook-id": id,
		"webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
		"webhook-signature": new Webhook(secret).sign(id, now, body),
	};
}
