import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { createSignature, webcrypto as signatures } from "http-message-sig";
import { exportJWK, generateKeyPair } from "jose";

const COMPONENTS = ["@method", "@authority", "@path", "content-type", "content-digest"];

/** The registry as a process of its own; `stop` ends it. */
export async function startRegistry(env) {
	const child = spawn(process.execPath, ["server.js"], {
		cwd: fileURLToPath(new URL("..", import.meta.url)),
		env: { ...process.env, PORT: "0", ...env },
		stdio: ["ignore", "pipe", "inherit"],
	});
	let said = "";
	for await (const chunk of child.stdout) {
		said += chunk;
		const url = /ready: (http\S+)/.exec(said)?.[1];
		if (!url) continue;
		const stop = async () => {
			child.kill("SIGTERM");
			if (child.exitCode === null) await once(child, "exit");
		};
		return { url, stop };
	}
	throw new Error(`The registry ended before it was ready: ${said}`);
}

/** Stands for the hub: publishes a key, and signs requests with it or, where told so, with `signWith`. */
export async function startHub() {
	const { publicKey, privateKey } = await generateKeyPair("EdDSA", { extractable: true });
	const jwk = { ...(await exportJWK(publicKey)), kid: "hub-1", alg: "EdDSA", use: "sig" };
	const server = createServer((_, response) => {
		response.setHeader("content-type", "application/json");
		response.end(JSON.stringify({ keys: [jwk] }));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");

	/** A signed request; the options break one thing each. */
	async function signed(url, query, options = {}) {
		const body = JSON.stringify({ query });
		const digest = createHash("sha256").update(body).digest("base64");
		const headers = {
			"content-type": "application/json",
			"content-digest": `sha-256=:${digest}:`,
		};
		const { signature, signatureInput } = await createSignature(
			new Request(options.signedUrl ?? url, { method: "POST", headers }),
			{
				label: "hub",
				components: options.components ?? COMPONENTS,
				parameters: {
					created: Math.floor(Date.now() / 1000) - (options.ageSeconds ?? 0),
					keyid: options.keyid ?? "hub-1",
					nonce: options.nonce ?? randomUUID(),
					alg: "ed25519",
					tag: options.tag ?? "throughline-partner",
				},
				signer: signatures.signer(options.signWith ?? privateKey),
			},
		);
		return fetch(url, {
			method: "POST",
			headers: { ...headers, signature, "signature-input": signatureInput },
			body: options.body ?? body,
		});
	}
	return {
		keysUrl: `http://127.0.0.1:${server.address().port}/keys`,
		signed,
		stop: () => server.close(),
	};
}
