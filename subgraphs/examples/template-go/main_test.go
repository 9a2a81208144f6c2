package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"time"
)

const asked = `{
  myCollege { name }
  _entities(representations: [
    { __typename: "Sme", id: "sme_syn000000000" }
    { __typename: "Sme", id: "sme_nobody" }
  ]) { ... on Sme { id myCollegeApprentices } }
}`

// start serves the subgraph, and the hub's key for it; sign makes a request as the hub does.
func start(t *testing.T) (url string, sign func(body string) *http.Request) {
	publicKey, privateKey, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	hub := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		x := base64.RawURLEncoding.EncodeToString(publicKey)
		fmt.Fprintf(w, `{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"hub-1","x":%q}]}`, x)
	}))
	t.Cleanup(hub.Close)
	subgraph := httptest.NewServer(newHandler(hub.URL))
	t.Cleanup(subgraph.Close)
	url = subgraph.URL + "/graphql"
	return url, func(body string) *http.Request {
		r, _ := http.NewRequest("POST", url, strings.NewReader(body))
		digest := sha256.Sum256([]byte(body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Content-Digest", "sha-256=:"+base64.StdEncoding.EncodeToString(digest[:])+":")
		nonce := make([]byte, 16)
		_, _ = rand.Read(nonce)
		list := `"@method" "@authority" "@path" "content-type" "content-digest"`
		params := fmt.Sprintf(`(%s);created=%d;nonce="%x";keyid="hub-1";alg="ed25519";tag="throughline-partner"`,
			list, time.Now().Unix(), nonce)
		base, _, err := signatureBase(r, params, list)
		if err != nil {
			t.Fatal(err)
		}
		signature := base64.StdEncoding.EncodeToString(ed25519.Sign(privateKey, []byte(base)))
		r.Header.Set("Signature-Input", "hub="+params)
		r.Header.Set("Signature", "hub=:"+signature+":")
		return r
	}
}

func send(t *testing.T, r *http.Request) (status int, answer map[string]interface{}) {
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, answer
}

func TestAnswersTheHubAndNullForWhatItDoesNotKnow(t *testing.T) {
	_, sign := start(t)
	body, _ := json.Marshal(map[string]string{"query": asked})
	status, answer := send(t, sign(string(body)))
	want := map[string]interface{}{"data": map[string]interface{}{
		"myCollege": map[string]interface{}{"name": "My College (made up)"},
		"_entities": []interface{}{
			map[string]interface{}{"id": "sme_syn000000000", "myCollegeApprentices": 3.0},
			nil,
		},
	}}
	if status != http.StatusOK || !reflect.DeepEqual(answer, want) {
		t.Fatalf("HTTP %d, %v; want %v", status, answer, want)
	}
}

func TestRefusesWhatTheHubDidNotSend(t *testing.T) {
	url, sign := start(t)
	const body = `{"query":"{ __typename }"}`
	unsigned, _ := http.NewRequest("POST", url, strings.NewReader(body))
	changed := sign(body)
	changed.Body = io.NopCloser(strings.NewReader(strings.Replace(body, "__", "_ ", 1)))
	again := sign(body)
	if status, _ := send(t, again.Clone(again.Context())); status != http.StatusOK {
		t.Fatalf("the first time: HTTP %d", status)
	}
	again.Body = io.NopCloser(strings.NewReader(body))
	for name, r := range map[string]*http.Request{"unsigned": unsigned, "changed": changed, "again": again} {
		if status, _ := send(t, r); status != http.StatusUnauthorized {
			t.Errorf("%s: HTTP %d", name, status)
		}
	}
}

func TestTellsThatItLives(t *testing.T) {
	url, _ := start(t)
	r, _ := http.NewRequest("GET", strings.Replace(url, "/graphql", "/health", 1), nil)
	if status, answer := send(t, r); status != http.StatusOK || answer["status"] != "ok" {
		t.Fatalf("HTTP %d, %v", status, answer)
	}
}
