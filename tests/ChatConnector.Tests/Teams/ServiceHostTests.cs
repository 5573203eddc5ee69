using ChatConnector.Teams.Trust;

namespace ChatConnector.Tests.Teams;

public class ServiceHostTests
{
    /// <summary>Addresses that look like Teams', or lead to where a token would be welcome.</summary>
    public static TheoryData<string?> Elsewhere =>
    [
        "https://smba.trafficmanager.net@evil.com/",
        "https://user:pass@smba.trafficmanager.net/",
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net:8443/emea/",
        "https://smba.trafficmanager.net./emea/",
        "https://smba\u3002trafficmanager.net/emea/",
        "https://smba.trafficmanager.net.evil.com/",
        "https://evil.trafficmanager.net/",
        "https://evil.azurewebsites.net/",
        "https://evilbotframework.com/",
        "https://.botframework.com/",
        "https://botframework.com/",
        "https://teams.microsoft.com.evil.example/",
        "https://169.254.169.254/metadata/identity",
        "http://169.254.169.254/metadata/identity",
        "http://localhost/",
        "https://[::1]/",
        "https://smba.trafficmanager.net\\@evil.com/",
        "https://evil.com#@smba.trafficmanager.net/",
        "https://evil.com?smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/?x=https://evil.com",
        "https://ѕmba.trafficmanager.net/",
        "ftp://smba.trafficmanager.net/",
        "//smba.trafficmanager.net/",
        "smba.trafficmanager.net",
        "file:///etc/passwd",
        "",
        null,
    ];

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/emea/aaaaaaaa-1111-2222-3333-444444444444/")]
    [InlineData("https://SMBA.trafficmanager.net:443/teams")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("https://europe.directline.botframework.com/")]
    public void Microsofts_own_hosts_are_called(string url) => Assert.NotNull(new ServiceHosts([]).Accept(url));

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public void Nobody_else_is_called(string? url) => Assert.Null(new ServiceHosts([]).Accept(url));

    [Theory]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("https://localhost/")]
    [InlineData("https://2130706433/")]
    public void Nor_is_this_machine_where_nobody_listed_it(string url) => Assert.Null(new ServiceHosts([]).Accept(url));

    [Fact]
    public void A_listed_host_is_called_over_https_and_one_on_this_machine_over_http_too()
    {
        var hosts = new ServiceHosts(["proxy.example.com", "127.0.0.1:4000", "localhost"]);
        Assert.NotNull(hosts.Accept("https://proxy.example.com/teams"));
        Assert.NotNull(hosts.Accept("http://127.0.0.1:4000/"));
        Assert.NotNull(hosts.Accept("http://localhost:4711/_connector"));
        Assert.Null(hosts.Accept("http://proxy.example.com/teams"));
        Assert.Null(hosts.Accept("https://proxy.example.com:8443/teams"));
        Assert.Null(hosts.Accept("https://proxy.example.com.evil.com/"));
        Assert.Null(hosts.Accept("http://127.0.0.1:4001/"));
    }

    [Fact]
    public void In_development_any_address_of_this_machine_will_do()
    {
        var hosts = new ServiceHosts([], anyLoopback: true);
        Assert.NotNull(hosts.Accept("http://127.0.0.1:56156/_connector"));
        Assert.NotNull(hosts.Accept("http://[::1]:56156/_connector"));
        Assert.Null(hosts.Accept("http://169.254.169.254/"));
        Assert.Null(hosts.Accept("http://192.168.1.10:56156/"));
    }
}
