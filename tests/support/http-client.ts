/** A browser without a screen: it keeps cookies by host, and follows nothing by itself. */
export function httpClient() {
	const jars = new Map<string, Map<string, string>>();
	const received: string[] = [];
	const jarOf = (url: string) => {
		const { host } = new URL(url);
		const jar = jars.get(host) ?? new Map<string, string>();
		jars.set(host, jar);
		return jar;
	};

	async function request(url: string, init: RequestInit = {}): Promise<Response> {
		const cookie = [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join("; ");
		const response = await fetch(url, {
			...init,
			redirect: "manual",
			headers: { ...(cookie && { cookie }), ...init.headers },
		});
		// Everything but the cookies, which scripts cannot read.
		const headers = [...response.headers].filter(([name]) => name !== "set-cookie");
		received.push(`${url} ${JSON.stringify(headers)} ${await response.clone().text()}`);
		for (const set of response.headers.getSetCookie()) {
			const [pair = "", ...attributes] = set.split(";");
			const [name = "", value = ""] = pair.split(/=(.*)/s);
			const isGone = attributes.some((one) => /max-age=0$|expires=Thu, 01 Jan 1970/i.test(one));
			if (isGone || value === "") jarOf(url).delete(name);
			else jarOf(url).set(name, value);
		}
		return response;
	}

	/** Follows redirects until an answer, or until `stop` says so of the next address, which is returned. */
	async function follow(start: string, stop: (url: string) => boolean = () => false) {
		let url = start;
		let response = await request(url);
		while (response.headers.has("location")) {
			url = new URL(response.headers.get("location") ?? "", url).href;
			if (stop(url)) return { url, response };
			response = await request(url);
		}
		return { url, response };
	}

	return {
		request,
		follow,
		/** All addresses, headers and bodies that a script could have read. */
		received,
		cookiesOf: (url: string) => jarOf(url),
	};
}

export type HttpClient = ReturnType<typeof httpClient>;

/** Signs in at the provider's own pages, up to the address at which it leads back to the hub. */
export async function signInUntilCallback(
	client: HttpClient,
	hubUrl: string,
	person: string,
	returnTo = "/",
): Promise<string> {
	const stop = (url: string) => url.startsWith(`${hubUrl}/session/callback`);
	let { url, response } = await client.follow(
		`${hubUrl}/session/sign-in?return=${encodeURIComponent(returnTo)}`,
		stop,
	);
	while (!stop(url)) {
		const page = await response.text();
		const action = /action="([^"]+)"/.exec(page)?.[1];
		const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
		if (!action || !prompt) throw new Error(`This is no page of the provider: ${url} ${page}`);
		const body = new URLSearchParams({ prompt, login: person, password: "any" });
		const posted = await client.request(new URL(action, url).href, { method: "POST", body });
		const next = new URL(posted.headers.get("location") ?? "", url).href;
		({ url, response } = await client.follow(next, stop));
	}
	return url;
}

/** Signs in; the client then has the session's cookie. */
export async function signIn(
	client: HttpClient,
	hubUrl: string,
	person: string,
	returnTo?: string,
): Promise<Response> {
	return client.request(await signInUntilCallback(client, hubUrl, person, returnTo));
}
