/** Where the hub is: its base path, with a slash at the end. */
export const BASE_PATH =
	document.querySelector<HTMLMetaElement>('meta[name="base-path"]')?.content ?? "/";
