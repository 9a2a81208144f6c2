import {
	createHash,
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	verify,
} from "node:crypto";
import { createSignatureSync, verifySignature } from "http-message-sig";
import { expect, it } from "vitest";
import { ed25519Signer, signedHeaders } from "../../gateway/partners/transport/signature.ts";

/** RFC 9421, appendix B.1.4. */
const RFC_KEY = {
	kty: "OKP",
	crv: "Ed25519",
	x: "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs",
	d: "n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU",
};

it("matches the signature in appendix B.2.6 of RFC 9421", () => {
	const signed = createSignatureSync(
		{
			kind: "request",
			method: "POST",
			targetUri: "https://example.com/foo?param=Value&Pet=dog",
			fields: [
				{ name: "Host", value: "example.com" },
				{ name: "Date", value: "Tue, 20 Apr 2021 02:07:55 GMT" },
				{ name: "Content-Type", value: "application/json" },
				{ name: "Content-Length", value: "18" },
			],
		},
		{
			label: "sig-b26",
			components: ["date", "@method", "@path", "@authority", "content-type", "content-length"],
			parameters: { created: 1618884473, keyid: "test-key-ed25519" },
			signer: ed25519Signer(createPrivateKey({ key: RFC_KEY, format: "jwk" })),
		},
	);
	expect(signed).toEqual({
		signatureInput:
			'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
		signature:
			"sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:",
	});
});

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const URL_ = new URL("https://partner.example:8443/graphql?tenant=1");
const COVERED = ["@method", "@authority", "@path", "@query", "content-type", "content-digest"];

function check(headers: Record<string, string>, url: string, now: number) {
	return verifySignature(
		{
			kind: "request",
			method: "POST",
			targetUri: url,
			fields: Object.entries(headers).map(([name, value]) => ({ name, value })),
		},
		{
			policy: {
				algorithms: ["ed25519"],
				requiredComponents: COVERED,
				requiredParameters: ["created", "expires", "nonce", "keyid"],
				now,
			},
			resolveVerifier: ({ parameters }) => {
				if (parameters.keyid !== "hub-1") throw new Error("unknown key");
				return {
					algorithm: "ed25519",
					verify: (data, signature) =>
						verify(
							null,
							data,
							createPublicKey(publicKey.export({ format: "pem", type: "spki" })),
							signature,
						),
				};
			},
		},
	);
}

it("signs method, address, type and digest of a request, with a unique nonce and for a minute", async () => {
	const key = { kid: "hub-1", privateKey };
	const headers = signedHeaders(URL_, '{"query":"{ x }"}', key, 1_800_000_000_000);
	expect(headers["content-digest"]).toBe(
		`sha-256=:${createHash("sha256").update('{"query":"{ x }"}').digest("base64")}:`,
	);
	const verified = await check(headers, URL_.href, 1_800_000_010);
	expect(verified.parameters).toMatchObject({ created: 1_800_000_000, expires: 1_800_000_060 });
	const again = signedHeaders(URL_, '{"query":"{ x }"}', key, 1_800_000_000_000);
	expect(again["signature-input"]).not.toBe(headers["signature-input"]);
	await expect(check(headers, URL_.href, 1_800_000_100)).rejects.toThrow();
	for (const url of [
		"https://other.example:8443/graphql?tenant=1",
		"https://partner.example:8443/graphql?tenant=2",
	])
		await expect(check(headers, url, 1_800_000_010)).rejects.toThrow();
	const swapped = { ...headers, "content-digest": "sha-256=:AAAA:" };
	await expect(check(swapped, URL_.href, 1_800_000_010)).rejects.toThrow();
});
