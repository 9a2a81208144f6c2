/** Where the hub is: its base path, with a slash at the end. */
export const BASE_PATH =
	document.querySelector<HTMLMetaElement>('meta[name="base-path"]')?.content ?? "/";

/** A name of something that this hub keeps in the browser: another hub of the same site has its own. */
export const ownName = (name: string) => `${name} ${BASE_PATH}`;

const KIND = document.querySelector<HTMLMetaElement>('meta[name="sandbox"]')?.content;

/** Whether the records of this hub are made up. */
export const IS_SANDBOX = KIND === "yes";

/** Whether this hub runs where a sandbox can be started, too. */
export const CAN_START_SANDBOX = KIND === "offered";
