package front

import (
	"net"
	"sync"
	"sync/atomic"
)

// crowd is all connections. It is safe for concurrent use.
type crowd struct {
	most    int
	evicted atomic.Uint64 // closed to make room
	refused atomic.Uint64 // closed since none could make room

	mu    sync.Mutex
	count int
	wait  connection // a ring of those that wait for their client, the longest first
}

func newCrowd(most int) *crowd {
	c := &crowd{most: most}
	c.wait.next, c.wait.prev = &c.wait, &c.wait
	return c
}

// connection is one of the crowd.
type connection struct {
	net.Conn
	crowd      *crowd
	next, prev *connection // of the ring; nil while the service works for it
	closed     bool
}

// add takes up a connection; false where there is no room and none can make it.
func (c *crowd) add(conn net.Conn) (*connection, bool) {
	n := &connection{Conn: conn, crowd: c}
	c.mu.Lock()
	var longest *connection
	if c.count >= c.most {
		if longest = c.wait.next; longest == &c.wait {
			c.mu.Unlock()
			c.refused.Add(1)
			return nil, false
		}
		c.evicted.Add(1)
		c.drop(longest)
	}
	c.count++
	c.push(n)
	c.mu.Unlock()
	if longest != nil {
		_ = longest.Conn.Close() // nobody waits for what it says
	}
	return n, true
}

// waits notes that the client's turn has come to send or to read; busy, that the
// service works for it. Both do nothing on a nil connection.
func (n *connection) waits() {
	if n == nil {
		return
	}
	n.crowd.mu.Lock()
	if !n.closed {
		n.crowd.push(n)
	}
	n.crowd.mu.Unlock()
}

func (n *connection) busy() {
	if n == nil {
		return
	}
	n.crowd.mu.Lock()
	n.crowd.pull(n)
	n.crowd.mu.Unlock()
}

// Close leaves the crowd.
func (n *connection) Close() error {
	n.crowd.mu.Lock()
	n.crowd.drop(n)
	n.crowd.mu.Unlock()
	return n.Conn.Close()
}

// drop, push and pull are called with the lock held.
func (c *crowd) drop(n *connection) {
	c.pull(n)
	if !n.closed {
		n.closed = true
		c.count--
	}
}

// push puts the connection at the end of those that wait.
func (c *crowd) push(n *connection) {
	c.pull(n)
	n.prev, n.next = c.wait.prev, &c.wait
	n.prev.next, n.next.prev = n, n
}

func (c *crowd) pull(n *connection) {
	if n.next == nil {
		return
	}
	n.prev.next, n.next.prev = n.next, n.prev
	n.next, n.prev = nil, nil
}

// size is the number of connections.
func (c *crowd) size() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.count
}

// listener accepts connections into the crowd.
type listener struct {
	net.Listener
	crowd *crowd
}

// Accept gives the next connection for which there is room.
func (l listener) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		if n, ok := l.crowd.add(conn); ok {
			return n, nil
		}
		_ = conn.Close() // nobody waits for what it says
	}
}
