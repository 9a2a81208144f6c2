package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"

	"github.com/graph-gophers/graphql-go/relay"
)

const maxBody = 1 << 20

func writeJSON(w http.ResponseWriter, status int, body interface{}) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

// newHandler answers the hub and nobody else, but for the health check. Without a keysURL it answers anybody.
func newHandler(keysURL string) http.Handler {
	graphql := &relay.Handler{Schema: newSchema()}
	hub := newHubSignature(keysURL)
	mux := http.NewServeMux()
	mux.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
	})
	mux.HandleFunc("/graphql", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err == nil && keysURL != "" {
			err = hub.check(r, body)
		}
		if err != nil {
			refusal := map[string]interface{}{
				"message":    "The request is not from the hub: " + err.Error(),
				"extensions": map[string]string{"code": "UNAUTHENTICATED"},
			}
			writeJSON(w, http.StatusUnauthorized, map[string]interface{}{"errors": []interface{}{refusal}})
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		graphql.ServeHTTP(w, r)
	})
	return mux
}

func main() {
	keysURL := os.Getenv("HUB_KEYS_URL")
	if keysURL == "" && os.Getenv("ALLOW_UNSIGNED") != "1" {
		log.Fatal("HUB_KEYS_URL: expected the address of the hub's keys (or ALLOW_UNSIGNED=1 to answer anybody, for trying out)")
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "4010"
	}
	fmt.Printf("The subgraph is ready: http://127.0.0.1:%s/graphql\n", port)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+port, newHandler(keysURL)))
}
