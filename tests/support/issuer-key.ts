import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** A key of an issuer "issuer" for the audience "hub", and tokens of the program office that it signs. */
export async function issuerKey(kid: string) {
	const { privateKey, publicKey } = await generateKeyPair("ES256");
	return {
		jwk: { ...(await exportJWK(publicKey)), kid, alg: "ES256" },
		bearer: async ({ from, until = "1h" }: { from?: Date; until?: string } = {}) => {
			const token = new SignJWT({ role: "PROGRAM_OFFICE" })
				.setProtectedHeader({ alg: "ES256", kid })
				.setSubject("ada")
				.setIssuer("issuer")
				.setAudience("hub")
				.setExpirationTime(until);
			if (from) token.setNotBefore(from);
			return `Bearer ${await token.sign(privateKey)}`;
		},
	};
}
