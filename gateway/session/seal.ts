import { hkdfSync, randomBytes } from "node:crypto";
import { CompactEncrypt, compactDecrypt } from "jose";

/** What a session holds. Only the cookie's secret opens it: neither the database nor its backups tell a token. */
export type Contents = {
	accessToken: string;
	/** When the access token expires, in seconds since 1970. */
	accessUntil: number;
	refreshToken?: string;
	/** Who signed in, as the identity provider calls them. */
	subject: string;
	name?: string;
};

const derive = (secret: string, what: string) =>
	new Uint8Array(hkdfSync("sha256", secret, "", `throughline session ${what}`, 32));

export const newSecret = () => randomBytes(32).toString("base64url");

/** True for what could be the secret of a session. */
export const isSecret = (text: string) => /^[\w-]{43}$/.test(text);

/** The id under which a session is stored; the secret does not follow from it. */
export const idOf = (secret: string) => Buffer.from(derive(secret, "id")).toString("base64url");

export function seal(contents: Contents, secret: string): Promise<string> {
	return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(contents)))
		.setProtectedHeader({ alg: "dir", enc: "A256GCM" })
		.encrypt(derive(secret, "contents"));
}

export async function unseal(sealed: string, secret: string): Promise<Contents> {
	const { plaintext } = await compactDecrypt(sealed, derive(secret, "contents"), {
		keyManagementAlgorithms: ["dir"],
		contentEncryptionAlgorithms: ["A256GCM"],
	});
	return JSON.parse(new TextDecoder().decode(plaintext));
}
