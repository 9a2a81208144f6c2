import { BASE_PATH } from "../session/address.ts";

type Policy = {
	createHTML: (text: string) => string | null;
	createScriptURL: (url: string) => string | null;
};
type Factory = { createPolicy: (name: string, policy: Policy) => unknown };

const { trustedTypes } = globalThis as { trustedTypes?: Factory };

/** The one script whose address is given as text: the worker that opens the app without signal. */
const WORKER = `${BASE_PATH}service-worker.js`;

trustedTypes?.createPolicy("default", {
	/** The one use of HTML as text that is allowed: to empty an element, as the library that draws charts does. */
	createHTML: (text) => (text === "" ? "" : null),
	createScriptURL: (url) => (url === WORKER ? url : null),
});
