import { useRouter } from "@tanstack/react-router";

/** The page for an id that does not exist or is not the reader's to see: the same as for an address that leads nowhere. */
export function NoRecord() {
	const { defaultNotFoundComponent: NotFound } = useRouter().options;
	return NotFound ? <NotFound isNotFound routeId="__root__" /> : null;
}
